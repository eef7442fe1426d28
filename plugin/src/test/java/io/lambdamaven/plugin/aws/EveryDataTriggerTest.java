package io.lambdamaven.plugin.aws;

class EveryDataTriggerTest extends EveryTriggerTest {
    EveryDataTriggerTest() {
        super(new DataStreet());
    }
}
