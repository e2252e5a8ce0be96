export function canMove(old: string, now: string): boolean;
export function baseName(name: string): string;
