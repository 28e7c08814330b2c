/** One lunar year. */
interface LunarYear {
  /** Its first day, mùng 1 Tết, on the solar calendar: `MM-DD` of the year of the same number. */
  readonly first: string
  /** A digit a month in their order, a leap month included: 1 has 30 days, 0 has 29. */
  readonly long: string
  /** The month that comes twice. */
  readonly leap?: number
}

/**
 * The Vietnamese lunar calendar (new moons and the sun's longitude at UTC+7), as the package `@dqcai/vn-lunar` computes it; a test compares
 * every day of it. Kept as data, so that school days stay pure functions of their arguments. Chinese tables may not be used: at UTC+8
 * the new years of 1985, 2007 and 2030 fall on other days.
 */
export const lunarTable: Readonly<Record<number, LunarYear>> = {
  1984: { first: '02-02', long: '101010100101' },
  1985: { first: '01-21', long: '1011010100101', leap: 2 },
  1986: { first: '02-09', long: '011011010010' },
  1987: { first: '01-29', long: '1010110110100', leap: 7 },
  1988: { first: '02-17', long: '101010110110' },
  1989: { first: '02-06', long: '100100110111' },
  1990: { first: '01-27', long: '0100100101111', leap: 5 },
  1991: { first: '02-15', long: '010010010111' },
  1992: { first: '02-04', long: '011001001011' },
  1993: { first: '01-23', long: '0110101001010', leap: 3 },
  1994: { first: '02-10', long: '111010100101' },
  1995: { first: '01-31', long: '0110101010101', leap: 8 },
  1996: { first: '02-19', long: '010101101010' },
  1997: { first: '02-07', long: '101010101101' },
  1998: { first: '01-28', long: '1001001101101', leap: 5 },
  1999: { first: '02-16', long: '100100101110' },
  2000: { first: '02-05', long: '110010010110' },
  2001: { first: '01-24', long: '1101010010101', leap: 4 },
  2002: { first: '02-12', long: '110101001010' },
  2003: { first: '02-01', long: '110110100101' },
  2004: { first: '01-22', long: '0101101010101', leap: 2 },
  2005: { first: '02-09', long: '010101101010' },
  2006: { first: '01-29', long: '1010011011010', leap: 7 },
  2007: { first: '02-17', long: '101001011101' },
  2008: { first: '02-07', long: '100100101011' },
  2009: { first: '01-26', long: '1010100101011', leap: 5 },
  2010: { first: '02-14', long: '101010010101' },
  2011: { first: '02-03', long: '101101001010' },
  2012: { first: '01-23', long: '1011010101010', leap: 4 },
  2013: { first: '02-10', long: '101011010101' },
  2014: { first: '01-31', long: '0101010110101', leap: 9 },
  2015: { first: '02-19', long: '010010111010' },
  2016: { first: '02-08', long: '101001011011' },
  2017: { first: '01-28', long: '0101001010111', leap: 6 },
  2018: { first: '02-16', long: '010100100111' },
  2019: { first: '02-05', long: '011010010011' },
  2020: { first: '01-25', long: '0111010010011', leap: 4 },
  2021: { first: '02-12', long: '011010101010' },
  2022: { first: '02-01', long: '101011010101' },
  2023: { first: '01-22', long: '0100110110101', leap: 2 },
  2024: { first: '02-10', long: '010010110110' },
  2025: { first: '01-29', long: '1010010101110', leap: 6 },
  2026: { first: '02-17', long: '101001001110' },
  2027: { first: '02-06', long: '110100100110' },
  2028: { first: '01-26', long: '1110100100110', leap: 5 },
  2029: { first: '02-13', long: '110101010010' },
  2030: { first: '02-02', long: '110110101010' },
  2031: { first: '01-23', long: '0101101101010', leap: 3 },
  2032: { first: '02-11', long: '010101101101' },
  2033: { first: '01-31', long: '0100101011101', leap: 11 },
  2034: { first: '02-19', long: '010010011101' },
  2035: { first: '02-08', long: '101001001101' },
  2036: { first: '01-28', long: '1101001001011', leap: 6 },
  2037: { first: '02-15', long: '101100100101' },
  2038: { first: '02-04', long: '101101010010' },
  2039: { first: '01-24', long: '1101101010010', leap: 5 },
  2040: { first: '02-12', long: '101101011010' },
  2041: { first: '02-01', long: '010101011101' },
  2042: { first: '01-22', long: '0100101011011', leap: 2 },
  2043: { first: '02-10', long: '010010011011' },
  2044: { first: '01-30', long: '1010010010111', leap: 7 },
  2045: { first: '02-17', long: '101001001011' },
  2046: { first: '02-06', long: '101010100101' },
  2047: { first: '01-26', long: '1011010100101', leap: 5 },
  2048: { first: '02-14', long: '011011010010' },
  2049: { first: '02-02', long: '101011010110' },
  2050: { first: '01-23', long: '0101010110110', leap: 3 },
}
