/**
 * The hour as this page counts it, in milliseconds: it goes on evenly whatever is done to the device's
 * clock (High Resolution Time, monotonic clock). What the server says of the hour sets it right at each
 * word: a clock that jumps hands no paper in.
 */
export const steadyNow = (): number => performance.timeOrigin + performance.now();
