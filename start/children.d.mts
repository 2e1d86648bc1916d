export type Child = { name: string; pid: number; born: string };
export declare function memory(data: string): { note(name: string): (pid: number) => void; leftBehind(): Child[] };
