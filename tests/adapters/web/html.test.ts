import { expect, test } from 'vitest'
import { html } from '../../../src/adapters/web/html.ts'

test('a text that looks like markup is shown, not obeyed', () => {
  expect(html`<p title="${'" onclick="x'}">${"<b>Lan & 'An'</b>"}</p>`.toString()).toBe(
    '<p title="&quot; onclick=&quot;x">&lt;b&gt;Lan &amp; &#39;An&#39;&lt;/b&gt;</p>',
  )
})

test('pieces of a page stand inside another as they are, lists without commas, nothing for what is left out', () => {
  const items = ['A1', '<B1>'].map((name) => html`<li>${name}</li>`)
  expect(html`<ul>${items}</ul>${undefined}${false}${0}`.toString()).toBe('<ul><li>A1</li><li>&lt;B1&gt;</li></ul>0')
})

test('an object that pretends to be markup does not get in', () => {
  const pretender = { toString: () => '<script>' } as unknown as string
  expect(() => html`${pretender}`.toString()).toThrow()
})
