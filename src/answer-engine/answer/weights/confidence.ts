/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.7204, // pageCovers
  0.7795, // windowCovers
  0.7641, // titleCovers
  1.383, // likely
  1.206, // retrieval
  0.3665, // margin
  -3.618, // misfit
  -1.476, // unsaidShare
  -0.07405, // fewUnits
  -0.07877, // mainMissing
  0, // focusUnsaid
  0.04914, // kindNearby
  -0.8042, // noNumber
  0, // noDate
  0.05233, // asksCost
  -0.002715, // asksOpening
  -1.214, // whenUnsaid
  0.6329, // askedCovers
  0.2127, // strongSaid
  -0.3728, // askedNounUnsaid
  0.8579, // sentences
  0.803, // length
  0, // verbUnsaid
  -4.299, // constant
];
