import { stepsOf, type SettingsPath } from '#server/settings/paths.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The part of a JSON Schema that a path of settings leads to; empty where it leads nowhere. */
export function factsAt(schema: Schema, path: SettingsPath): Schema {
  let part: Schema | undefined = schema;
  for (const step of stepsOf(path)) part = part === undefined ? undefined : below(part, step);
  return part ?? {};
}

function below(part: Schema, step: string | number): Schema | undefined {
  const forms = part['anyOf'] as readonly Schema[] | undefined;
  if (forms !== undefined) {
    return forms.map((form) => below(form, step)).find((found) => found !== undefined);
  }
  if (typeof step === 'number') return part['items'] as Schema | undefined;
  const properties = part['properties'] as Readonly<Record<string, Schema>> | undefined;
  if (properties !== undefined && Object.hasOwn(properties, step)) return properties[step];
  const others = part['additionalProperties'];
  return typeof others === 'object' && others !== null ? (others as Schema) : undefined;
}
