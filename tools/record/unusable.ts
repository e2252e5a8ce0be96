/** What the record cannot be made from; the message says what to do. */
export class Unusable extends Error {}
