import type { DocumentId, SourceDocument } from './entry.ts'

/** The five source documents as people see them named. The periods are those the documents set themselves; a school year ends with May. */
export const documents: Readonly<Record<DocumentId, SourceDocument>> = {
  '000': {
    id: '000',
    file: '000_3a8543cbef627654.txt',
    title: {
      vi: 'Kế hoạch 142/KH-UBND (19/3/2021) của UBND quận Long Biên',
      en: 'Plan 142/KH-UBND (19/3/2021) of the Long Bien District People’s Committee',
    },
    place: 'long-bien',
    signedOn: '2021-03-19',
    validFrom: '2021-01-01',
    validTo: '2025-12-31',
  },
  '001': {
    id: '001',
    file: '001_dbf5707a5c009c6d.txt',
    title: {
      vi: 'Hướng dẫn nhiệm vụ năm học 2020-2021 của Phòng GD&ĐT quận Long Biên',
      en: 'Guidance for school year 2020-2021 of the Long Bien Education Division',
    },
    place: 'long-bien',
    signedOn: null,
    validFrom: '2020-08-01',
    validTo: '2021-08-31',
  },
  '002': {
    id: '002',
    file: '002_1be37c0cb580d5a9.txt',
    title: {
      vi: 'Hướng dẫn nhiệm vụ năm học 2022-2023 của Sở GD&ĐT Hải Phòng',
      en: 'Guidance for school year 2022-2023 of the Hai Phong Education Department',
    },
    place: 'hai-phong',
    signedOn: null,
    validFrom: '2022-08-01',
    validTo: '2023-08-31',
  },
  '003': {
    id: '003',
    file: '003_424354538c9c1583.txt',
    title: {
      vi: 'Kế hoạch 157/KH-UBND (28/3/2022) của UBND quận Long Biên',
      en: 'Plan 157/KH-UBND (28/3/2022) of the Long Bien District People’s Committee',
    },
    place: 'long-bien',
    signedOn: '2022-03-28',
    validFrom: '2021-01-01',
    validTo: '2025-12-31',
  },
  '004': {
    id: '004',
    file: '004_b8d104d7dd2d0fb8.txt',
    title: {
      vi: 'Kế hoạch 396/KH-GD&ĐT (10/8/2021) của Phòng GD&ĐT huyện Krông Pa',
      en: 'Plan 396/KH-GD&ĐT (10/8/2021) of the Krong Pa Education Division',
    },
    place: 'krong-pa',
    signedOn: '2021-08-10',
    validFrom: '2021-08-10',
    validTo: '2025-08-31',
  },
}
