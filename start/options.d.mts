export type StartOptions = {
  data: string;
  publicPort: number;
  consolePort: number;
  empty: boolean;
  json: boolean;
  detached: boolean;
};
export declare const usage: string;
export declare function readOptions(args: readonly string[], root: string): StartOptions;
