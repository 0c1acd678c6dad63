"""moto's server, which forgets parameters and tags of a change set that updates a stack: CloudFormation keeps them."""

import sys

from moto.cloudformation.models import CloudFormationBackend
from moto.server import main

execute = CloudFormationBackend.execute_change_set


def execute_and_keep(self, change_set_name, stack_name=None):
    execute(self, change_set_name, stack_name)
    for change_set in self.change_sets.values():
        if change_set_name in (change_set.change_set_id, change_set.change_set_name):
            stack = self.stacks[change_set.stack_id]
            stack.parameters = change_set.parameters
            stack.tags = change_set.tags


CloudFormationBackend.execute_change_set = execute_and_keep
main(sys.argv[1:])
