/** What holders say of themselves at 6, 12 and 24 months. */
export { answerSurvey, openSurvey, sendSurveys, type SurveySending } from './actions.ts';
export { eraseSurveys, readResponses } from './store.ts';
export { situations, usefulnesses, waves, working } from './model.ts';
