// The keys of the steps, for the editor. Written by `kitewright simulate --format types`.
interface KitewrightStepKeys {
  'deploy-production': true
  'deploy-test': true
  'deploy-to-production': true
  image: true
  integration: true
  'mark-production': true
  'release-notes-production': true
  unit: true
}
