/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.5347, // pageCovers
  0.5965, // windowCovers
  0.8965, // titleCovers
  1.619, // likely
  1.322, // retrieval
  0.4197, // margin
  -2.925, // misfit
  -1.365, // unsaidShare
  -0.001382, // fewUnits
  -0.1809, // mainMissing
  -0.1696, // focusUnsaid
  0.06459, // kindNearby
  -0.2789, // noNumber
  0, // noDate
  0.3997, // asksCost
  0.8198, // asksOpening
  -1.499, // whenUnsaid
  0.2895, // askedCovers
  0.253, // strongSaid
  -0.4135, // askedNounUnsaid
  0.4468, // sentences
  1.064, // length
  -0.3755, // verbUnsaid
  -4.617, // constant
];
