package io.lambdamaven.plugin.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.References;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassReferencesTest {
    @TempDir
    Path folder;

    @Test
    void classesOfCodeSignaturesAnnotationsAndTextsAreFound() throws IOException {
        References references = read("""
                package shop;

                import com.fasterxml.jackson.annotation.JsonProperty;
                import java.util.List;

                public class Shop {
                    @JsonProperty int a;
                    List<com.fasterxml.jackson.databind.JsonNode> b;
                    int c(int i, com.fasterxml.jackson.databind.JavaType type) { return i; }
                    Object d() { return new com.fasterxml.jackson.core.JsonFactory(); }
                    Class<?> e() throws Exception { return Class.forName("com.fasterxml.jackson.databind.Module"); }
                    Object f() { return com.fasterxml.jackson.databind.MapperFeature.values(); }
                    long g() { return 1234567890123L; }
                }
                """);
        assertThat(references.classes())
                .contains(
                        "com/fasterxml/jackson/annotation/JsonProperty",
                        "com/fasterxml/jackson/databind/JsonNode",
                        "com/fasterxml/jackson/databind/JavaType",
                        "com/fasterxml/jackson/core/JsonFactory",
                        "com/fasterxml/jackson/databind/Module",
                        "com/fasterxml/jackson/databind/MapperFeature")
                .doesNotContain("com/fasterxml/jackson/databind/ObjectMapper");
        assertThat(references.annotation()).isFalse();
        assertThat(references.anyValues()).isEmpty();
    }

    @Test
    void aLibraryWithinAnothersPackageIsAnother() throws IOException {
        References references = read("""
                package shop;

                public class Shop {
                    String shaded = "com/amazonaws/thirdparty/com/fasterxml/jackson/databind/ObjectMapper";
                }
                """);
        assertThat(references.classes()).doesNotContain("com/fasterxml/jackson/databind/ObjectMapper");
    }

    @Test
    void callsThatTakeAValueOfAnyTypeAreFound() throws IOException {
        assertThat(read("""
                        package shop;

                        import io.lambdamaven.api.HttpResponse;

                        public class Shop {
                            Object a() { return HttpResponse.text("a").header("a", "b").equals(this); }
                            Object b(Object value) { return HttpResponse.of(200).json(value); }
                        }
                        """).anyValues()).containsExactly("HttpResponse.json");
    }

    @Test
    void annotationTypesAreToldFromOthers() throws IOException {
        assertThat(read("package shop; public @interface Shop {}").annotation()).isTrue();
        assertThat(read("package shop; public interface Shop {}").annotation()).isFalse();
    }

    @Test
    void whatIsNoClassNamesNothing() throws IOException {
        byte[] sound = Files.readAllBytes(compile("package shop; public class Shop {}"));
        assertThat(ClassReferences.read(new byte[0])).isEqualTo(References.NONE);
        assertThat(ClassReferences.read("text".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(References.NONE);
        assertThat(ClassReferences.read(Arrays.copyOf(sound, 40))).isEqualTo(References.NONE);
    }

    private References read(String source) throws IOException {
        return ClassReferences.read(Files.readAllBytes(compile(source)));
    }

    private Path compile(String source) {
        return new UserProject(folder).with(source).compile().resolve("shop/Shop.class");
    }
}
