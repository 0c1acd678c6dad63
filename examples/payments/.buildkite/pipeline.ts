import { block, command, definePipeline } from 'kitewright'

export default definePipeline(({ build }) => {
  const unit = command({ label: ':test_tube: Unit', command: 'scripts/test.sh unit', timeout_in_minutes: 5 })
  const integration = command({ label: ':docker: Integration', command: 'scripts/test.sh integration' })

  if (!build.isTrusted()) return [unit, integration]

  const image = command({ label: ':package: Image', command: 'scripts/docker-tag.sh', depends_on: [unit, integration] })
  const deployTest = command({
    label: ':rocket: Deploy test',
    command: 'scripts/deploy test',
    depends_on: image,
    concurrency: 1,
    concurrency_group: 'payments/test',
  })
  const release = block({ block: 'Deploy to production', depends_on: deployTest })
  const deployProd = command({
    label: ':rocket: Deploy production',
    command: 'scripts/deploy prod',
    depends_on: release,
    concurrency: 1,
    concurrency_group: 'payments/prod',
  })
  return [unit, integration, image, deployTest, release, deployProd]
})
