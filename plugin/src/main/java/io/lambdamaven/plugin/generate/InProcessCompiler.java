package io.lambdamaven.plugin.generate;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.UserFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of the JDK that Maven runs on; source and classes stay in memory. */
final class InProcessCompiler {
    private InProcessCompiler() {}

    static SortedMap<String, byte[]> compile(List<SourceFile> sources, HandlerCompiler.Settings settings) {
        return compile(sources, settings, ToolProvider.getSystemJavaCompiler());
    }

    static SortedMap<String, byte[]> compile(
            List<SourceFile> sources, HandlerCompiler.Settings settings, @Nullable JavaCompiler compiler) {
        if (compiler == null) {
            throw new UserFault(List.of(CompilerOptions.unusable(
                    "Java " + Runtime.version(), "Maven runs on a Java runtime that has no compiler.")));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (Output output = new Output(compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8))) {
            boolean compiled = compiler.getTask(
                            null,
                            output,
                            found,
                            CompilerOptions.of(settings),
                            null,
                            sources.stream().map(Input::new).toList())
                    .call();
            if (!compiled) {
                throw new UserFault(found.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .map(InProcessCompiler::refused)
                        .toList());
            }
            return output.classes();
        } catch (IllegalArgumentException e) {
            // The way in which javac refuses options, such as a release it does not know.
            throw new UserFault(
                    List.of(CompilerOptions.unusable(
                            "Java " + Runtime.version(), "The compiler cannot be used: " + e.getMessage() + ".")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The compiler's files do not close", e);
        }
    }

    private static io.lambdamaven.plugin.report.Diagnostic refused(Diagnostic<? extends JavaFileObject> each) {
        String message = String.join(
                " ", each.getMessage(Locale.ROOT).lines().map(String::strip).toList());
        JavaFileObject source = each.getSource();
        Place place = source instanceof Input input
                ? new Place(input.file.className(), input.file.fileName(), (int) each.getLineNumber())
                : Place.of("the generated handler");
        return CompilerOptions.refused(place, message);
    }

    private static final class Input extends SimpleJavaFileObject {
        private final SourceFile file;

        Input(SourceFile file) {
            super(URI.create("source:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.content();
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();

        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String path = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("class:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(path, each -> new ByteArrayOutputStream());
                }
            };
        }

        SortedMap<String, byte[]> classes() {
            SortedMap<String, byte[]> classes = new TreeMap<>();
            written.forEach((path, bytes) -> classes.put(path, bytes.toByteArray()));
            return classes;
        }
    }
}
