package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real payloads of every service through the whole line: answered, or refused with words; never anything else. */
class CorpusDispatchTest {
    @Test
    void everyPayloadIsAnsweredOrRefusedWithItsService() throws IOException {
        String folder = System.getProperty("lambda.events", "");
        assumeThat(folder)
                .as("name a folder of sample events with -Dlambda.events=DIR to send them all")
                .isNotBlank();
        List<String> lines = Files.readAllLines(Path.of(folder, "index.tsv"));

        for (String line : lines.subList(1, lines.size())) {
            String path = line.substring(0, line.indexOf('\t'));
            String event = Files.readString(Path.of(folder, path));
            ShopHandler handler = new ShopHandler();
            try {
                String answer = handler.invoke(event, Invocation.live());
                assertThat(answer).as(path).isNotEmpty();
            } catch (UnroutableEventException e) {
                assertThat(e).as(path).hasMessageContaining(e.kind().service());
                assertThat(handler.calls).as(path).isEmpty();
            }
            assertThatCode(() -> handler.invoke(event, Invocation.through("raw")))
                    .as(path)
                    .doesNotThrowAnyException();
        }
    }
}
