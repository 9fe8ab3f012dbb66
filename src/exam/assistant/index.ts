/** The assistant of the written case studies: a conversation kept whole. */
export * from './model.ts';
export { ask, percentLeft, readConversation, type Answering, type Conversation } from './ask.ts';
export { assistantReadiness, readProvider, type ProviderConfig } from './config.ts';
export { readAssistantIncidents, readTurns, type AssistantIncident } from './store.ts';
