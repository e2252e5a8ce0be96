/** A config without a finding. Its entries begin in line 2. */
export declare function cleanConfig(count: number): string;
