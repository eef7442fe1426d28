package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the parameter the value of a field of the form that is the request's body: {@code application/x-www-form-urlencoded}
 * or {@code multipart/form-data}. The first one when it occurs several times.
 *
 * <pre>{@code
 * @HttpTrigger(method = "POST", path = "/photos")
 * public String upload(@FormParam String title, @FormParam FormPart photo) { ... }
 * }</pre>
 *
 * <p>The parameter may be what {@link QueryParam} may be; a {@link io.lambdamaven.api.FormPart}, for a file or whatever else
 * has a type of its own, or an {@code Optional} or {@code List} of these; or a record, whose components are fields by their
 * names, each of one of these types. A component may have the annotation too, for another name or a default.
 *
 * <p>A route with such a parameter takes forms only, unless its {@code consumes} says otherwise: any other body answers 415. A
 * value that does not fit, a malformed form, or one of more than 1000 fields answers 400.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface FormParam {
    /**
     * The field's name, in its letter case. Of no meaning on a parameter that is a record.
     *
     * @return the name; empty takes the parameter's or component's own name
     */
    String value() default "";

    /**
     * What to use when the form has no such field. Without a default, a missing field answers 400, unless the parameter is an
     * {@code Optional}, a {@code List} (then empty) or annotated as nullable (then {@code null}). A field that is there and
     * empty is not missing.
     *
     * @return the default, in the form the request would have it; it counts only when it is written down
     */
    String defaultValue() default "";
}
