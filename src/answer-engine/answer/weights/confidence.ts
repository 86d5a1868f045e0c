/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.6732, // pageCovers
  0.6983, // windowCovers
  1.033, // titleCovers
  2.511, // likely
  0.5237, // retrieval
  0.4062, // margin
  -2.607, // misfit
  -1.972, // unsaidShare
  -0.2255, // fewUnits
  -0.2659, // mainMissing
  -0.02115, // focusUnsaid
  0.2043, // kindNearby
  -1.302, // noNumber
  0, // noDate
  0.7865, // asksCost
  -0.5999, // asksOpening
  -0.4464, // whenUnsaid
  0.7114, // askedCovers
  0.3929, // strongSaid
  -0.2597, // askedNounUnsaid
  0.9246, // sentences
  0.5873, // length
  -0.6728, // verbUnsaid
  -4.037, // constant
];
