export type StartOptions = {
  data: string;
  publicPort: number;
  consolePort: number;
  empty: boolean;
  json: boolean;
  detached: boolean;
};
export declare const help: Readonly<Record<'zh' | 'en', string>>;
export declare function helpAsked(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined;
export declare function readOptions(args: readonly string[], root: string): StartOptions;
