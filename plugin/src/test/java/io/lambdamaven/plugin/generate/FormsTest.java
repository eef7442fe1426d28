package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms, from the annotation to the method. */
final class FormsTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String PARTS = "Content-Type: multipart/form-data; boundary=b";

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void build() throws Exception {
        running = Running.of(folder, """
                package shop;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;
                import java.time.LocalDate;
                import java.util.*;

                public class Shop {
                    public record Order(String id, int count, Optional<LocalDate> due, List<String> tag,
                            @FormParam(value = "is-gift", defaultValue = "false") boolean gift) {
                        public Order {
                            if (count < 1) {
                                throw new IllegalArgumentException("count is less than one");
                            }
                        }
                    }

                    public record Photo(String title, FormPart photo, Optional<FormPart> thumbnail) {}

                    @HttpTrigger(method = "POST", path = "/single")
                    public String single(@FormParam String name, @FormParam(defaultValue = "7") long age) {
                        return name + age;
                    }

                    @HttpTrigger(method = "POST", path = "/orders")
                    public String order(@FormParam Order order, @QueryParam String shop) {
                        return shop + order;
                    }

                    @HttpTrigger(method = "POST", path = "/photos")
                    public String photo(@FormParam Photo photo, @FormParam List<FormPart> more) {
                        return photo.title() + photo.photo() + photo.thumbnail() + more.size();
                    }
                }
                """);
    }

    @Test
    void fieldsBecomeParameters() throws Exception {
        assertThat(running.post("/single", "name=a+b&age=9", FORM).body()).isEqualTo("a b9");
        assertThat(running.post("/single", "name=", FORM).body()).isEqualTo("7");
        assertThat(running.post("/single", "age=9", FORM).body()).contains("form field 'name' is missing");
        assertThat(running.post("/single", "name=a&age=x", FORM).body())
                .contains("form field 'age' is not of type Long");
        assertThat(running.post("/single", "{}", "Content-Type: application/json")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aRecordIsMadeOfItsFields() throws Exception {
        assertThat(running.post("/orders?shop=s", "id=1&count=2&tag=a&tag=b&is-gift=true&due=2026-03-01", FORM)
                        .body())
                .isEqualTo("sOrder[id=1, count=2, due=Optional[2026-03-01], tag=[a, b], gift=true]");
        assertThat(running.post("/orders?shop=s", "id=1&count=2", FORM).body())
                .isEqualTo("sOrder[id=1, count=2, due=Optional.empty, tag=[], gift=false]");
        assertThat(running.post("/orders?shop=s", "id=1", FORM).body()).contains("form field 'count' is missing");
        Running.Replied refused = running.post("/orders?shop=s", "id=1&count=0", FORM);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("parameter 'order': count is less than one");
    }

    @Test
    void filesAreUploaded() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=title\r\n\r\nCat\r\n"
                + "--b\r\nContent-Disposition: form-data; name=photo; filename=cat.png\r\nContent-Type: image/png\r\n\r\nxyz"
                + "\r\n--b\r\nContent-Disposition: form-data; name=more; filename=a\r\n\r\n1"
                + "\r\n--b\r\nContent-Disposition: form-data; name=more; filename=b\r\n\r\n2\r\n--b--";

        assertThat(running.post("/photos", body, PARTS).body())
                .isEqualTo("Catphoto (cat.png), image/png, 3 bytesOptional.empty2");
        assertThat(running.post("/photos", body.replace("name=photo", "name=other"), PARTS)
                        .body())
                .contains("form part 'photo' is missing");
        assertThat(running.post("/photos", "title=a", FORM).status()).isEqualTo(415);
    }
}
