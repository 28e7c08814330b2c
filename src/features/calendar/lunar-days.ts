import type { SchoolDay } from '../../core/clock.ts'

/**
 * Mùng 1 Tết (1/1 lunar) and Giỗ Tổ Hùng Vương (10/3 lunar) on the solar calendar, computed with the new moons and the
 * sun's longitude at UTC+7. Chinese tables may not be used here: at UTC+8 the new year of 2030 falls a day later.
 * Checked on 22/11/2026 against three independent computations; they agree on every row.
 */
export const lunarDays: Readonly<Record<number, { readonly tet: SchoolDay; readonly hungKings: SchoolDay }>> = {
  2020: { tet: '2020-01-25', hungKings: '2020-04-02' },
  2021: { tet: '2021-02-12', hungKings: '2021-04-21' },
  2022: { tet: '2022-02-01', hungKings: '2022-04-10' },
  2023: { tet: '2023-01-22', hungKings: '2023-04-29' },
  2024: { tet: '2024-02-10', hungKings: '2024-04-18' },
  2025: { tet: '2025-01-29', hungKings: '2025-04-07' },
  2026: { tet: '2026-02-17', hungKings: '2026-04-26' },
  2027: { tet: '2027-02-06', hungKings: '2027-04-16' },
  2028: { tet: '2028-01-26', hungKings: '2028-04-04' },
  2029: { tet: '2029-02-13', hungKings: '2029-04-23' },
  2030: { tet: '2030-02-02', hungKings: '2030-04-12' },
  2031: { tet: '2031-01-23', hungKings: '2031-04-01' },
  2032: { tet: '2032-02-11', hungKings: '2032-04-19' },
  2033: { tet: '2033-01-31', hungKings: '2033-04-09' },
  2034: { tet: '2034-02-19', hungKings: '2034-04-28' },
  2035: { tet: '2035-02-08', hungKings: '2035-04-17' },
}

/** The years the table covers. Outside of them only the fixed holidays are known, and the office must add Tết itself. */
export const lunarYears = { first: 2020, last: 2035 } as const
