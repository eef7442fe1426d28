package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.HttpTerms;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code @HttpTrigger} may say beyond method and path, and {@code @Cors}. */
final class HttpTermsRules {
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern HEADER = Pattern.compile(TOKEN);
    private static final Pattern RANGE = Pattern.compile("\\*/\\*|[A-Za-z0-9!#$&^_.+-]+/([A-Za-z0-9!#$&^_.+-]+|\\*)");
    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?" + TOKEN + "=" + TOKEN + ")*");
    private static final Pattern JSON = Pattern.compile("(?i)application/json(;.*)?|[^;]+\\+json(;.*)?");

    private static final Pattern ORIGIN = Pattern.compile(
            "\\*|(?i)https?://(\\*\\.)?[a-z0-9.-]+(:[0-9]{1,5})?|[a-z][a-z0-9+.-]*://[a-z0-9.-]+|.*\\$\\{.+}.*");

    private static final String ALL = "*";

    /** The most that any front passes on. */
    private static final int MOST_BODY = 10_485_760;

    private static final int MOST_AGE = 86_400;

    /** Bodies that are sent as they are, whatever they hold. */
    private static final Set<String> AS_IT_IS =
            Set.of("java.lang.String", "byte[]", "void", "java.lang.Void", RuntimeNames.HTTP_RESPONSE);

    private final Faults faults;

    HttpTermsRules(Faults faults) {
        this.faults = faults;
    }

    /** What the annotation itself says. */
    static HttpTerms read(AnnotationUse use) {
        return new HttpTerms(
                use.texts("consumes", List.of()),
                use.texts("produces", List.of()),
                use.number("maxBody", 0),
                use.number("gzipFrom", 0),
                use.flag("eTag", false),
                null);
    }

    /** The trigger with what method and class say of other sites' pages. */
    static Trigger complete(Trigger trigger, MethodFile method, ClassFile type) {
        if (trigger instanceof Trigger.Http http) {
            Optional<AnnotationUse> cors = cors(method.annotations()).or(() -> cors(type.annotations()));
            return cors.<Trigger>map(use -> new Trigger.Http(
                            http.method(), http.path(), http.terms().with(cors(use))))
                    .orElse(http);
        }
        return trigger;
    }

    private static Optional<AnnotationUse> cors(List<AnnotationUse> annotations) {
        return annotations.stream()
                .filter(use -> use.type().equals(RuntimeNames.CORS))
                .findFirst();
    }

    private static HttpTerms.Cors cors(AnnotationUse use) {
        return new HttpTerms.Cors(
                use.texts("value", List.of()),
                use.texts("headers", List.of(ALL)),
                use.texts("exposed", List.of()),
                use.flag("credentials", false),
                use.number("maxAge", 600));
    }

    void check(HttpTerms terms, MethodFile method, Spot spot) {
        mediaTypes("consumes", terms.consumes(), RANGE, spot);
        mediaTypes("produces", terms.produces(), TYPE, spot);
        size("maxBody", terms.maxBody(), spot);
        size("gzipFrom", terms.gzipFrom(), spot);
        checkResult(terms, method.result(), spot);
        if (terms.cors() != null) {
            check(terms.cors(), spot);
        }
    }

    private void mediaTypes(String attribute, List<String> types, Pattern form, Spot spot) {
        for (String type : types) {
            if (!form.matcher(type).matches()) {
                faults.add(
                        Problem.LM033,
                        spot,
                        "\"" + type + "\" is no media type" + (form.equals(TYPE) ? " to answer with." : "."),
                        "Set " + attribute + " in @HttpTrigger to types such as application/json"
                                + (form.equals(TYPE) ? "." : " or image/*."));
            }
        }
    }

    private void size(String attribute, int bytes, Spot spot) {
        if (bytes < 0 || bytes > MOST_BODY) {
            faults.add(
                    Problem.LM042,
                    spot,
                    attribute + " is " + bytes + ".",
                    "Set " + attribute + " in @HttpTrigger to a number of bytes from 1 to " + MOST_BODY
                            + ", or leave it out.");
        }
    }

    private void checkResult(HttpTerms terms, JavaType result, Spot spot) {
        JavaType type = TypeRules.isOptional(result) ? TypeRules.argument(result) : result;
        if (AS_IT_IS.contains(TypeRules.name(type))) {
            return;
        }
        for (String produced : terms.produces()) {
            if (TYPE.matcher(produced).matches() && !JSON.matcher(produced).matches()) {
                faults.add(
                        Problem.LM034,
                        spot,
                        "A result of type " + type.display() + " is written as JSON, which is no " + produced + ".",
                        "Return String, byte[] or HttpResponse, or take " + produced
                                + " out of produces in @HttpTrigger.");
            }
        }
    }

    private void check(HttpTerms.Cors cors, Spot spot) {
        if (cors.origins().isEmpty()) {
            fault(spot, "No origin is allowed, so @Cors says nothing.", "Set its value to origins, or take it off.");
        }
        for (String origin : cors.origins()) {
            if (!ORIGIN.matcher(origin).matches()) {
                fault(
                        spot,
                        "\"" + origin + "\" is no origin.",
                        "Set the value of @Cors to origins such as https://shop.example, https://*.shop.example or *,"
                                + " without a path.");
            }
        }
        for (List<String> names : List.of(cors.headers(), cors.exposed())) {
            for (String name : names) {
                if (!HEADER.matcher(name).matches()) {
                    fault(
                            spot,
                            "\"" + name + "\" is no name of a header.",
                            "Set " + (names.equals(cors.headers()) ? "headers" : "exposed")
                                    + " in @Cors to names such as X-Total, or *.");
                }
            }
        }
        if (cors.credentials()
                && (cors.origins().contains(ALL) || cors.exposed().contains(ALL))) {
            fault(
                    spot,
                    "With credentials, browsers take no * for origins or exposed headers.",
                    "Name them in value and exposed of @Cors, or take credentials off.");
        }
        if (cors.maxAge() < 0 || cors.maxAge() > MOST_AGE) {
            fault(
                    spot,
                    "maxAge is " + cors.maxAge() + ".",
                    "Set maxAge in @Cors to seconds from 0 to " + MOST_AGE + ".");
        }
    }

    /** An annotation that no route takes note of. */
    void unused(List<AnnotationUse> annotations, Spot spot) {
        if (cors(annotations).isPresent()) {
            fault(
                    spot,
                    "@Cors has no effect where there is no HTTP route.",
                    "Add @HttpTrigger to " + (spot.method() == null ? "a method of the class" : "the method")
                            + ", or take @Cors off.");
        }
    }

    private void fault(Spot spot, String summary, String remedy) {
        faults.add(Problem.LM140, spot, summary, remedy);
    }
}
