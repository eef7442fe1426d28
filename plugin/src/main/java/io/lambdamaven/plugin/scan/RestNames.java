package io.lambdamaven.plugin.scan;

import java.util.List;
import java.util.Map;

/** What of Jakarta REST is read: by name, since few projects have it. */
final class RestNames {
    static final String PACKAGE = "jakarta.ws.rs.";
    static final String PATH = PACKAGE + "Path";
    static final String CONSUMES = PACKAGE + "Consumes";
    static final String PRODUCES = PACKAGE + "Produces";
    static final String DEFAULT_VALUE = PACKAGE + "DefaultValue";
    static final String CONTEXT = PACKAGE + "core.Context";
    static final String APPLICATION = PACKAGE + "core.Application";
    static final String APPLICATION_PATH = PACKAGE + "ApplicationPath";
    static final String PROVIDER = PACKAGE + "ext.Provider";
    static final String HTTP_METHOD = PACKAGE + "HttpMethod";
    static final String NAME_BINDING = PACKAGE + "NameBinding";
    static final String RESPONSE = PACKAGE + "core.Response";

    private static final String SECURITY = "jakarta.annotation.security.";

    /** Annotations that guard a method: one that is not kept to would be a hole. */
    static final List<String> GUARDS = List.of(SECURITY + "RolesAllowed", SECURITY + "DenyAll");

    /** By the annotation, that of ours. */
    static final Map<String, String> PARAMETERS = Map.of(
            PACKAGE + "PathParam", "PathParam",
            PACKAGE + "QueryParam", "QueryParam",
            PACKAGE + "HeaderParam", "HeaderParam",
            PACKAGE + "CookieParam", "CookieParam",
            PACKAGE + "FormParam", "FormParam");

    private RestNames() {}

    static boolean isRest(AnnotationUse use) {
        return use.type().startsWith(PACKAGE);
    }

    static String simple(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** What to use in the place of one of its classes. */
    static String instead(String binaryName) {
        String name = simple(binaryName);
        if (name.startsWith("Response") || name.equals("GenericEntity") || name.equals("StreamingOutput")) {
            return "Return HttpResponse of io.lambdamaven.api";
        } else if (name.endsWith("Exception")) {
            return "Throw HttpException of io.lambdamaven.api";
        } else if (name.equals("NewCookie") || name.equals("Cookie")) {
            return "Use Cookie of io.lambdamaven.api";
        } else if (name.equals("EntityPart") || name.equals("Form")) {
            return "Take FormPart of io.lambdamaven.api, or values, in parameters with @FormParam";
        }
        return name.equals("SecurityContext")
                ? "Take Caller of io.lambdamaven.api"
                : "Take HttpRequest of io.lambdamaven.api";
    }
}
