import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { externalStep } from '../dsl/external-step.ts'
import { group } from '../dsl/group.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { interpolatedKey } from '../dsl/interpolated-key.ts'
import { wait } from '../dsl/wait.ts'
import { resolve } from '../resolve/resolve.ts'
import { graphJson } from './graph-json.ts'

const unit = command({ label: ':test_tube: Unit', command: 'npm test', parallelism: 3 })
const image = command({
  label: 'Image',
  command: 'docker build .',
  depends_on: [{ step: unit, allow_failure: true }, externalStep('base'), interpolated('$OTHER')],
  env: { TAG: interpolated('git-${BUILDKITE_COMMIT}') },
  plugins: [{ 'docker#v5.0.0': { [interpolatedKey('$NAME')]: [1, null] } }],
})
const pipeline = {
  env: { REGION: 'eu' },
  gates: { smoke: 'release', later: unit },
  steps: [
    unit,
    wait({ if: 'build.tag == null' }),
    group({ group: 'Images', allow_dependency_failure: true, steps: [image] }),
    block({ block: 'Release', key: 'release' }),
    command({ key: 'smoke', command: 'smoke' }),
  ],
}

const tell = (): unknown => graphJson(resolve({ value: pipeline, trace: {} }).graph)

test('a graph is told as plain data: what was written, and what each step waits for', () => {
  expect(tell()).toMatchInlineSnapshot(`
    {
      "attributes": {
        "env": {
          "REGION": "eu",
        },
      },
      "gates": [
        {
          "gate": {
            "id": "release",
            "key": "release",
          },
          "step": {
            "id": "smoke",
            "key": "smoke",
          },
        },
        {
          "gate": {
            "id": "unit",
            "key": "unit",
          },
          "step": {
            "key": "later",
          },
        },
      ],
      "nodes": [
        {
          "attributes": {
            "command": "npm test",
            "label": ":test_tube: Unit",
            "parallelism": 3,
          },
          "id": "unit",
          "jobs": 3,
          "key": "unit",
          "kind": "command",
          "label": ":test_tube: Unit",
          "path": [
            "steps",
            0,
          ],
          "waitsFor": [],
        },
        {
          "attributes": {
            "if": "build.tag == null",
          },
          "id": "wait#1",
          "jobs": 0,
          "kind": "wait",
          "label": "wait",
          "path": [
            "steps",
            1,
          ],
          "waitsFor": [
            {
              "by": "order",
              "step": "unit",
            },
          ],
        },
        {
          "attributes": {
            "allow_dependency_failure": true,
            "group": "Images",
          },
          "id": "images",
          "jobs": 0,
          "key": "images",
          "kind": "group",
          "label": "Images",
          "path": [
            "steps",
            2,
          ],
          "steps": [
            "image",
          ],
          "waitsFor": [
            {
              "by": "barrier",
              "step": "wait#1",
              "toleratesFailure": true,
            },
          ],
        },
        {
          "attributes": {
            "command": "docker build .",
            "env": {
              "TAG": {
                "$interpolated": "git-\${BUILDKITE_COMMIT}",
              },
            },
            "label": "Image",
            "plugins": [
              {
                "docker#v5.0.0": {
                  "$interpolated:$NAME": [
                    1,
                    null,
                  ],
                },
              },
            ],
          },
          "edges": [
            {
              "allowFailure": true,
              "path": [
                "depends_on",
                0,
                "step",
              ],
              "to": "unit",
            },
            {
              "external": "base",
              "path": [
                "depends_on",
                1,
              ],
            },
            {
              "external": "$OTHER",
              "path": [
                "depends_on",
                2,
              ],
            },
          ],
          "group": "images",
          "id": "image",
          "jobs": 1,
          "key": "image",
          "kind": "command",
          "label": "Image",
          "path": [
            "steps",
            2,
            "steps",
            0,
          ],
          "waitsFor": [
            {
              "by": "depends_on",
              "step": "unit",
              "toleratesFailure": true,
            },
            {
              "by": "barrier",
              "ofGroup": true,
              "step": "wait#1",
              "toleratesFailure": true,
            },
          ],
        },
        {
          "attributes": {
            "block": "Release",
          },
          "id": "release",
          "jobs": 0,
          "key": "release",
          "kind": "block",
          "label": "Release",
          "path": [
            "steps",
            3,
          ],
          "waitsFor": [
            {
              "by": "order",
              "step": "images",
            },
            {
              "by": "order",
              "step": "wait#1",
            },
            {
              "by": "order",
              "step": "unit",
            },
          ],
        },
        {
          "attributes": {
            "command": "smoke",
          },
          "id": "smoke",
          "jobs": 1,
          "key": "smoke",
          "kind": "command",
          "label": "smoke",
          "path": [
            "steps",
            4,
          ],
          "waitsFor": [
            {
              "by": "barrier",
              "step": "release",
            },
          ],
        },
      ],
      "version": 1,
    }
  `)
})

test('what is told of one pipeline is the same each time, and the same after JSON', () => {
  expect(JSON.stringify(tell())).toBe(JSON.stringify(tell()))
  expect(JSON.parse(JSON.stringify(tell()))).toStrictEqual(tell())
})
