/** How good the waits were that tickets were told at issue; seconds. */
export interface EstimateAuditRow {
  /** Called tickets that had been told a wait; those that were told "not known". */
  readonly told: number;
  readonly untold: number;
  /** Share of the told whose wait ended within p90; null where there were none. */
  readonly coverage90: number | null;
  readonly meanWaitSeconds: number | null;
  /** Mean distance of p50 from the wait, and the mean of p50 minus the wait. */
  readonly errorSeconds: number | null;
  readonly biasSeconds: number | null;
}

export interface EstimateAudit {
  readonly byDay: readonly (EstimateAuditRow & {
    readonly date: string;
    readonly byService: readonly (EstimateAuditRow & { readonly service: string })[];
  })[];
  /** The last seven days that had calls. */
  readonly week: EstimateAuditRow & {
    readonly days: number;
    readonly byService: readonly (EstimateAuditRow & { readonly service: string })[];
  };
  /** Services (`*`: all) whose coverage left 0.85 to 0.95 over that week, with 100 tickets or more. */
  readonly warnings: readonly { readonly service: string; readonly coverage90: number }[];
}
