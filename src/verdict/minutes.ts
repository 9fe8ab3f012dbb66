/** Placeholder of the minutes' document until it is defined in this change. */
export interface MinutesDocument {
  sessionId: string;
}
