export type Release = () => void;
export type LockOptions = { waitMs?: number; onWait?: (pid: number) => void; signal?: AbortSignal };
export declare function takeLock(file: string, options?: LockOptions): Promise<Release>;
export declare function bornAt(pid: number): string | undefined;
export declare function isSame(pid: number, born: string | undefined): boolean;
