/**
 * A thing that can be said in many ways: `[id, 'way | way | …']`, Vietnamese with its marks, English, abbreviations.
 * The table a concept stands in decides its role:
 * - `thing`: what the question is about; an entry that does not know it is probably not the answer
 * - `colour`: helps to choose between entries, but its absence means little
 * - `asked`: what kind of answer is wanted (how many, when, where …)
 * - `filler`: greeting, politeness, function words: read over
 */
export type Concept = readonly [id: string, ways: string]
export type Role = 'thing' | 'colour' | 'asked' | 'filler'
