/** The checkout cannot be used for a record. The message says what to do. */
export class Unusable extends Error {}
