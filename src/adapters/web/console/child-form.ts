import { writtenDay } from '../../../core/clock.ts'
import { sexes } from '../../../features/growth/growth-standards.ts'
import type { TypedChild } from '../../../features/roster-import/edit-roster.ts'
import type { ListedChild } from '../../../features/roster-import/roster-import-store.ts'
import { type Html, html } from '../html.ts'
import { field } from './form.ts'
import type { Visit } from './visit.ts'

/** What the office says of a child; only the name must be there. */
export function childFields({ say }: Visit, child?: ListedChild): Html {
  const sex = child?.sex ?? ''
  const option = (value: string) =>
    html`<option value="${value}"${value === sex && html` selected`}>${say('console.people.sex_name', { sex: value === '' ? 'none' : value })}</option>`
  return html`${field({ name: 'name', label: say('console.people.full_name'), value: child?.rosterName ?? '', hint: say('console.people.name_hint'), required: true })}
${field({ name: 'born', label: say('console.people.born'), value: child?.birthDate ? writtenDay(child.birthDate) : '', hint: say('console.people.born_hint') })}
<div class="field"><label for="f-sex">${say('console.people.sex')}</label><select id="f-sex" name="sex">${['', ...sexes].map(option)}</select></div>
${field({ name: 'phone', label: say('console.people.phone'), value: child?.phone ?? '', hint: say('console.people.phone_hint') })}`
}

/** What was typed into them. */
export function typedChild(fields: Visit['fields'], { classId, active }: Pick<TypedChild, 'classId' | 'active'>): TypedChild {
  return {
    ...{ classId, active, name: fields.name ?? '', birthDate: fields.born ?? '', phone: fields.phone ?? '' },
    sex: sexes.find((one) => one === fields.sex) ?? null,
  }
}
