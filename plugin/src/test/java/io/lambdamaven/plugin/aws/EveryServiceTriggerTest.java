package io.lambdamaven.plugin.aws;

class EveryServiceTriggerTest extends EveryTriggerTest {
    EveryServiceTriggerTest() {
        super(new ServiceStreet());
    }
}
