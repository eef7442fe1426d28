package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KindsTest {
    @Test
    void everyTypeOfResourceHasItsKind() {
        AwsSettings settings = Cloud.settings(URI.create("http://127.0.0.1:1"));
        try (AwsClients clients = new AwsClients(settings, Cloud.KEYS);
                Parallel parallel = new Parallel()) {
            Kinds kinds = new Kinds(clients, settings, new Arns(Wired.WHERE), "/ledger", parallel);

            assertThat(kinds.types()).containsExactlyInAnyOrder(Resource.class.getPermittedSubclasses());
        }
    }

    @Test
    void everyTypeOfResourceHasAWord() {
        assertThat(Arrays.<ResourceType>stream(ResourceType.values()).<Class<?>>map(ResourceType::recordClass))
                .containsOnly(Resource.class.getPermittedSubclasses());
    }
}
