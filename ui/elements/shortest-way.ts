/** The place of the first way with the fewest people waiting; -1 where there is none. */
export function shortestWay(ways: readonly { readonly waiting: number }[]): number {
  const fewest = Math.min(...ways.map(({ waiting }) => waiting));
  return ways.findIndex(({ waiting }) => waiting === fewest);
}
