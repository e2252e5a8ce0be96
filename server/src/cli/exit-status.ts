/** The exit status of the process. */
export const exitStatus = { fine: 0, findings: 1, usage: 2, failed: 3 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
