/** What a candidate sits: subjects, the workspace, answers; the door for other slices. */
export {
  addSubject,
  listSubjects,
  readSubject,
  stepSubject,
  subjectKey
} from './subjects/actions.ts';
export { changeCode, openExam } from './sitting/opening.ts';
export {
  enterRoom,
  followOwn,
  handInPaper,
  takeBreak,
  takePen,
  type Desk
} from './sitting/entry.ts';
export { saveEdits, type Saved } from './sitting/save.ts';
export { readBoard, type Board, type BoardLine } from './sitting/board.ts';
export { order } from './sitting/invigilation.ts';
export { findOpenSitting, findPlace, type OpenSitting } from './sitting/open-sitting.ts';
export { listOwnSittings, openOwnSitting, type OwnLine, type OwnPage } from './sitting/reading.ts';
export { subjectForJuror, subjectsForJuror, type JurorSubject } from './sitting/judged.ts';
export { tellLeft } from './sitting/closing.ts';
export { examTopic } from './sitting/topics.ts';
export { examGaps } from './readiness.ts';
export { readProvider } from './assistant/config.ts';
export { readTrace, type AnswerTrace } from './trace/reading.ts';
export { eraseWords, wordsToErase } from './erasure.ts';
export { readOwnWords, type OwnWords } from './own-words.ts';
