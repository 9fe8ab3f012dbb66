/** What the bus calls a session's exam: its board, and the pages of its candidates, listen to it. */
export const examTopic = (sessionId: string): string => `exam ${sessionId}`;
