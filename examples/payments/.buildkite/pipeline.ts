import { service } from 'kitewright/presets'

export default service({
  name: 'payments',
  environments: [
    { name: 'test' },
    {
      name: 'prod',
      approval: { reason: true, acceptance: true },
      releaseNotes: { stories: 'PAY-[0-9]+', storyUrl: 'https://stories.example.com/browse/' },
      markers: ['splunk', 'sentry'],
    },
  ],
})
