package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Row;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.HttpTerms;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;

/** The statement that builds a function's route table, and routes in words. */
final class RouteTableWriter {
    static final ClassName ROUTE_TABLE = ClassName.bestGuess(RuntimeNames.ROUTE_TABLE);

    private static final ClassName HTTP_TERMS = ClassName.bestGuess(RuntimeNames.HTTP_TERMS);
    private static final ClassName EVENT_KIND = ClassName.bestGuess(RuntimeNames.EVENT_KIND);

    private RouteTableWriter() {}

    static CodeBlock table(List<Route> routes) {
        CodeBlock.Builder code = CodeBlock.builder().add("return $T.builder()$>$>", ROUTE_TABLE);
        for (Route route : routes) {
            if (route.trigger() instanceof Trigger.Task || route.trigger() instanceof Trigger.Web) {
                continue; // in the table of tasks, or taking what no row takes
            }
            rows(route).forEach(row -> code.add("\n.").add(row));
        }
        return code.add("\n.build();$<$<\n").build();
    }

    private static List<CodeBlock> rows(Route route) {
        if (!(route.trigger() instanceof Trigger.Service trigger)) {
            return List.of(row(route));
        }
        List<CodeBlock> code = new ArrayList<>();
        for (Row row : Catalog.of(trigger).rows(trigger)) {
            code.add(row(route.number() + code.size(), row, route));
        }
        return code;
    }

    private static CodeBlock row(int number, Row row, Route route) {
        String handler = route.method().shortName();
        if (row.kind().equals(Row.EVENTS)) {
            return CodeBlock.of(
                    "events($L, $S, $S, $S)",
                    number,
                    row.keys().get(0),
                    row.keys().get(1),
                    handler);
        }
        return CodeBlock.of(
                "service($L, $T.$L, new String[] $L, $L, $S, $S)",
                number,
                EVENT_KIND,
                row.kind(),
                texts(row.keys()),
                granularity(route.granularity()),
                row.mode(),
                handler);
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", ", "{", "}"));
    }

    private static CodeBlock row(Route route) {
        Trigger trigger = route.trigger();
        int number = route.number();
        String handler = route.method().shortName();
        if (trigger instanceof Trigger.Http http) {
            CodeBlock row = CodeBlock.of("http($L, $S, $S, $S", number, http.method(), http.path(), handler);
            return http.terms().equals(HttpTerms.NONE)
                    ? CodeBlock.of("$L)", row)
                    : CodeBlock.of("$L, $L)", row, terms(http.terms()));
        } else if (trigger instanceof Trigger.S3 s3) {
            return CodeBlock.of(
                    "$L($L, $S, new String[] $L, $S, $S, $L, $S)",
                    s3.eventBridge() ? "s3EventBridge" : "s3",
                    number,
                    s3.bucket(),
                    texts(s3.events()),
                    s3.prefix(),
                    s3.suffix(),
                    granularity(route.granularity()),
                    handler);
        } else if (trigger instanceof Trigger.Schedule schedule) {
            return CodeBlock.of("schedule($L, $S, $S, $S)", number, route.id(), schedule.input(), handler);
        } else if (trigger instanceof Trigger.Command command) {
            return CodeBlock.of("command($L, $S, $S)", number, command.name(), handler);
        }
        return CodeBlock.of("invoke($L, $S)", number, handler);
    }

    private static CodeBlock terms(HttpTerms terms) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of()", HTTP_TERMS);
        if (!terms.consumes().isEmpty()) {
            code.add(".consuming($L)", list(terms.consumes()));
        }
        if (!terms.produces().isEmpty()) {
            code.add(".producing($L)", list(terms.produces()));
        }
        if (terms.maxBody() > 0) {
            code.add(".upTo($L)", terms.maxBody());
        }
        if (terms.gzipFrom() > 0) {
            code.add(".gzippedFrom($L)", terms.gzipFrom());
        }
        if (terms.eTag()) {
            code.add(".tagged()");
        }
        HttpTerms.Cors cors = terms.cors();
        if (cors != null) {
            code.add(
                    ".calledFrom(new String[] $L, new String[] $L, new String[] $L, $L, $L)",
                    texts(cors.origins()),
                    texts(cors.headers()),
                    texts(cors.exposed()),
                    cors.credentials(),
                    cors.maxAge());
        }
        return code.build();
    }

    private static CodeBlock list(List<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
    }

    private static CodeBlock granularity(Granularity granularity) {
        return CodeBlock.of("$T.$L", ROUTE_TABLE, granularity.name());
    }

    /** One line for a comment. */
    static String describe(Trigger trigger) {
        String text;
        if (trigger instanceof Trigger.Http http) {
            text = http.method() + " " + http.path();
        } else if (trigger instanceof Trigger.S3 s3) {
            text = "Objects of " + s3.bucket() + ": " + String.join(", ", s3.events());
        } else if (trigger instanceof Trigger.Service service) {
            text = Catalog.of(service).describe(service);
        } else if (trigger instanceof Trigger.Schedule schedule) {
            text = "Schedule " + schedule.expression();
        } else if (trigger instanceof Trigger.Command command) {
            text = "Command " + command.name();
        } else if (trigger instanceof Trigger.Task task) {
            text = "Task " + task.id();
        } else {
            text = "Direct invocations";
        }
        return harmless(text);
    }

    /** Nothing in an annotation may end the comment, or become a Unicode escape or a tag in it. */
    private static String harmless(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
