/** The three places the source documents speak of. A figure of one never answers for another. */
export const places = ['long-bien', 'hai-phong', 'krong-pa'] as const
export type Place = (typeof places)[number]
