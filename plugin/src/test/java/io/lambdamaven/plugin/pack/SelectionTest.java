package io.lambdamaven.plugin.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Need;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two libraries of the runtime: a binder with its annotations and a module, and a signer. */
class SelectionTest {
    private static final String RUNTIME = Dependency.RUNTIME;
    private static final String BINDER = "org.lib:binder";
    private static final String MODULE = "org.lib:module";
    private static final String SIGNER = "org.lib:signer";

    @TempDir
    Path folder;

    private Map<String, Path> compiled;
    private Packing packing;

    @BeforeEach
    void compile() throws IOException {
        Path classes = new UserProject(folder.resolve("libraries"))
                .with("package binder; public class Binder { note.Note note; }")
                .with("package note; public @interface Note {}")
                .with("package module; public class Module {}")
                .with("package signer; public class Signer {}")
                .with("package user; public class UsesBinder { binder.Binder binder; }")
                .with("package user; @note.Note public class UsesNote {}")
                .with("package user; public class UsesSigner { String name = \"signer.Signer\"; }")
                .with("""
                        package user;

                        public class AnyValue {
                            Object answer() { return io.lambdamaven.api.HttpResponse.of(200).json(this); }
                        }
                        """)
                .with("package io.lambdamaven.runtime; public class Inner { binder.Binder b; signer.Signer s; }")
                .with("package io.lambdamaven.annotation; public @interface Trigger {}")
                .with("package io.lambdamaven.annotation; public enum Kind { A }")
                .with("package io.lambdamaven.runtime.code; public class Slim {}")
                .with("package io.lambdamaven.runtime.task; public class Sent {}")
                .with("package io.lambdamaven.runtime.callback; public class Called {}")
                .with("package io.lambdamaven.runtime.socket; public class SocketClient {}")
                .with("package user; public class UsesSocket { io.lambdamaven.runtime.socket.SocketClient socket; }")
                .compile();
        compiled = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            compiled.put(classes.relativize(file).toString().replace('\\', '/'), file));
        }
        packing = new Packing(folder);
        add("org.lib:inner", "io/lambdamaven/runtime/Inner.class", RUNTIME);
        add(BINDER, "binder/Binder.class", RUNTIME);
        add("org.lib:notes", "note/Note.class", RUNTIME, BINDER);
        add(MODULE, "module/Module.class", RUNTIME);
        add(SIGNER, "signer/Signer.class", RUNTIME);
        libraries(List.of(), List.of());
    }

    @Test
    void whatNothingNeedsIsLeftOut() {
        PackResult result = packing.pack();
        assertThat(result.leftOut())
                .containsExactly("org.lib:binder:1", "org.lib:notes:1", "org.lib:module:1", "org.lib:signer:1");
        assertThat(libraryClasses(result)).isEmpty();
        assertThat(result.notes()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void whatWritesToClientsIsPackedWhereAHandlerNamesIt() {
        add("org.lib:socket", "io/lambdamaven/runtime/socket/SocketClient.class", RUNTIME);
        assertThat(Jars.names(packing.pack().file())).noneMatch(name -> name.contains("SocketClient"));

        packing.generated.put("user/UsesSocket.class", bytes("user/UsesSocket.class"));
        assertThat(Jars.names(packing.pack().file())).anyMatch(name -> name.endsWith("socket/SocketClient.class"));
    }

    @Test
    void inLibLayoutTooItIsLeftOut() {
        packing.layout = Layout.LIB;
        assertThat(Jars.names(packing.pack().file()))
                .contains("lib/inner-1.jar")
                .doesNotContain("lib/binder-1.jar");
    }

    @Test
    void aNeedOfAHandlerBringsTheLibraryAndWhatItBrings() {
        libraries(List.of(new Need("Api.get", "returns Order")), List.of());
        PackResult result = packing.pack();
        assertThat(libraryClasses(result))
                .containsExactly("binder/Binder.class", "module/Module.class", "note/Note.class");
        assertThat(result.notes())
                .containsExactly("binder (0.0 MB, time) is packed for Api.get (returns Order).", "Do without.");
    }

    @Test
    void manyHandlersAreCounted() {
        List<Need> needs = Stream.of("a", "b", "c", "d", "e")
                .map(name -> new Need("Api." + name, "takes Order"))
                .toList();
        libraries(needs, List.of());
        assertThat(packing.pack().notes()).first().asString().contains("""
                is packed for Api.a (takes Order), Api.b (takes Order), Api.c (takes Order) and 2 more.""");
    }

    @Test
    void aClassThatNamesOneOfItsOwnBringsIt() {
        add("org.lib:user", "user/UsesBinder.class");
        PackResult result = packing.pack();
        assertThat(libraryClasses(result))
                .containsExactly("binder/Binder.class", "module/Module.class", "note/Note.class");
        assertThat(result.notes())
                .containsExactly("binder (0.0 MB, time) is packed for user.UsesBinder (names Binder).");
        assertThat(result.leftOut()).containsExactly("org.lib:signer:1");
    }

    @Test
    void theProjectsOwnAndTheGeneratedClassesCount() {
        Jars.folder(folder.resolve("classes"), Map.of("user/UsesNote.class", bytes("user/UsesNote.class")));
        packing.generated.put("user/UsesSigner.class", bytes("user/UsesSigner.class"));
        PackResult result = packing.pack();
        assertThat(libraryClasses(result)).containsExactly("note/Note.class", "signer/Signer.class");
        assertThat(result.notes())
                .containsExactly(
                        "notes (0.0 MB) is packed for user.UsesNote (names Note).",
                        "signer (0.0 MB, no time) is packed for user.UsesSigner (names Signer).");
    }

    @Test
    void aValueOfAnyTypeBringsTheLibraryThatWritesIt() {
        add("org.lib:user", "user/AnyValue.class");
        PackResult result = packing.pack();
        assertThat(libraryClasses(result))
                .containsExactly("binder/Binder.class", "module/Module.class", "note/Note.class");
        assertThat(result.notes())
                .containsExactly("binder (0.0 MB, time) is packed for user.AnyValue (calls HttpResponse.json).");
    }

    @Test
    void whatTheProjectHasByItselfIsPacked() {
        packing.dependencies.removeIf(each -> each.artifact().equals(SIGNER));
        add(SIGNER, "signer/Signer.class");
        assertThat(libraryClasses(packing.pack())).containsExactly("signer/Signer.class");

        packing.dependencies.removeIf(each -> each.artifact().equals(SIGNER));
        add(SIGNER, "signer/Signer.class", "org.lib:other");
        assertThat(libraryClasses(packing.pack())).containsExactly("signer/Signer.class");
    }

    @Test
    void aLibraryThatTheProjectHasByItselfGetsTheRestOfIt() {
        packing.dependencies.removeIf(each -> each.artifact().equals(BINDER));
        add(BINDER, "binder/Binder.class");
        assertThat(libraryClasses(packing.pack()))
                .containsExactly("binder/Binder.class", "module/Module.class", "note/Note.class");
    }

    @Test
    void theRuntimeOfASiblingModuleBringsLibrariesLikeTheProjectsOwn() {
        packing.dependencies.removeIf(each -> each.artifact().equals(SIGNER));
        add(SIGNER, "signer/Signer.class", "org.lib:sibling", RUNTIME);
        assertThat(packing.pack().leftOut()).contains("org.lib:signer:1");
    }

    @Test
    void aNeededLibraryThatIsNotThereIsWarnedOf() {
        packing.dependencies.removeIf(each -> each.artifact().equals(SIGNER));
        libraries(List.of(), List.of(new Need("Api.a", "calls back"), new Need("Api.b", "calls back")));
        assertThat(packing.pack().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.problem()).isEqualTo(Problem.LM110);
            assertThat(warning.summary())
                    .isEqualTo("org.lib:signer is not among the packed dependencies, and Api.a (calls back) and"
                            + " Api.b (calls back) need it.");
            assertThat(warning.remedy()).contains("<scope>", "<exclusions>");
        });
    }

    @Test
    void annotationsOfTheRuntimeAreLeftOutAndEnumsBesideThemStay() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : List.of("Trigger", "Kind")) {
            String entry = "io/lambdamaven/annotation/" + name + ".class";
            entries.put(entry, bytes(entry));
        }
        PackResult result = packing.dependency("annotations", entries).pack();
        assertThat(Jars.names(result.file()))
                .contains("io/lambdamaven/annotation/Kind.class")
                .doesNotContain("io/lambdamaven/annotation/Trigger.class");
    }

    @Test
    void partsOfTheRuntimeForWhatTheJarCannotHaveAreLeftOut() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : List.of("code/Slim", "task/Sent", "callback/Called")) {
            String entry = "io/lambdamaven/runtime/" + name + ".class";
            entries.put(entry, bytes(entry));
        }
        packing.dependency("parts", entries);
        assertThat(runtimeParts(packing.pack())).isEmpty();

        packing.dependency(new Dependency(
                "software.amazon.awssdk",
                "http-auth-aws",
                "2",
                Jars.jar(folder.resolve("aws.jar"), Jars.entries("aws/Signer.class", "signs"))));
        assertThat(runtimeParts(packing.pack()))
                .containsExactly(
                        "io/lambdamaven/runtime/callback/Called.class", "io/lambdamaven/runtime/task/Sent.class");
    }

    @Test
    void anUnchangedJarIsReusedAndANewNeedPacksAgain() {
        PackResult first = packing.pack();
        assertThat(packing.pack().reused()).isTrue();
        libraries(List.of(new Need("Api.get", "returns Order")), List.of());
        PackResult second = packing.pack();
        assertThat(second.reused()).isFalse();
        PackResult third = packing.pack();
        assertThat(third.reused()).isTrue();
        assertThat(third.notes()).isEqualTo(second.notes()).isNotEmpty();
        libraries(List.of(), List.of());
        assertThat(packing.pack().codeSha256()).isEqualTo(first.codeSha256());
    }

    private void libraries(List<Need> ofBinder, List<Need> ofSigner) {
        packing.libraries.clear();
        packing.libraries.add(new RuntimeLibrary(List.of(BINDER, MODULE), "time", "Do without.", true, ofBinder));
        packing.libraries.add(new RuntimeLibrary(List.of(SIGNER), "no time", "Do without.", false, ofSigner));
    }

    private void add(String artifact, String entry, String... via) {
        String[] parts = artifact.split(":");
        Path jar = Jars.jar(folder.resolve(parts[1] + ".jar"), Map.of(entry, bytes(entry)));
        packing.dependency(new Dependency(parts[0], parts[1], "1", "", jar, List.of(via)));
    }

    private byte[] bytes(String entry) {
        try {
            return Files.readAllBytes(compiled.get(entry));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> runtimeParts(PackResult result) {
        return Jars.names(result.file()).stream()
                .filter(name -> name.matches("io/lambdamaven/runtime/(code|task|callback)/.*"))
                .sorted()
                .toList();
    }

    private static List<String> libraryClasses(PackResult result) {
        return Jars.names(result.file()).stream()
                .filter(name -> name.matches("(binder|module|note|signer)/.*"))
                .toList();
    }
}
