import { input, interpolated } from '@kitewright/core'

const options = [
  { label: 'Europe', value: 'eu' },
  { label: 'America', value: 'us' },
]

const value = interpolated('$REGION')

export default {
  'two values': [input({ input: 'Where', fields: [{ select: 'Region', key: 'region', options }] })],
  'two labels that are equal': [
    input({
      input: 'Where',
      fields: [
        {
          select: 'Region',
          key: 'region',
          options: [
            { label: 'Europe', value: 'eu-1' },
            { label: 'Europe', value: 'eu-2' },
          ],
        },
      ],
    }),
  ],
  'two fields with the same values': [
    input({
      input: 'Where',
      fields: [
        { select: 'From', key: 'from', options },
        { select: 'To', key: 'to', options },
      ],
    }),
  ],
  'values that the agent fills in': [
    input({
      input: 'Where',
      fields: [
        {
          select: 'Region',
          key: 'region',
          options: [
            { label: 'Here', value },
            { label: 'There', value },
          ],
        },
      ],
    }),
  ],
}
