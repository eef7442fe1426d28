package io.lambdamaven.runtime.form;

import io.lambdamaven.api.FormPart;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.MediaTypes;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.Param;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A body that is a form; used by generated handlers. */
public final class Form {
    /** More than any form of people has, and few enough to be looked through. */
    static final int MOST_FIELDS = 1000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, List<FormPart>> parts = new LinkedHashMap<>();
    private int fields;

    private Form() {}

    /**
     * Reads the form of a request.
     *
     * @param in what the request is asked of
     * @return empty where there is no body
     * @throws BindException if the body is no form, or a malformed one
     */
    public static Form of(Arguments in) {
        HttpRequest request = in.request();
        Form form = new Form();
        byte[] body = request.body();
        String type = request.header("content-type");
        if (body.length == 0) {
            return form;
        } else if (type != null && MediaTypes.isWithin(type, "multipart/form-data")) {
            Multipart.read(body, type, form);
        } else if (type != null && MediaTypes.isWithin(type, "application/x-www-form-urlencoded")) {
            UrlEncoded.read(body, form);
        } else {
            throw new BindException("the body is no form", null);
        }
        return form;
    }

    void add(String name, String value) {
        count();
        List<String> same = values.get(name);
        if (same == null) {
            same = new ArrayList<>(1);
            values.put(name, same);
        }
        same.add(value);
    }

    /** What has no name of a file is a field as well. */
    void part(FormPart part) {
        if (part.fileName() == null) {
            add(part.name(), part.text());
        } else {
            count();
        }
        List<FormPart> same = parts.get(part.name());
        if (same == null) {
            same = new ArrayList<>(1);
            parts.put(part.name(), same);
        }
        same.add(part);
    }

    private void count() {
        fields++;
        if (fields > MOST_FIELDS) {
            throw new BindException("the form has more than " + MOST_FIELDS + " fields", null);
        }
    }

    /**
     * A field.
     *
     * @param name in its letter case
     * @return its values
     */
    public Param field(String name) {
        List<String> found = values.get(name);
        return Param.of("form field", name, found == null ? List.of() : found);
    }

    /**
     * Parts, files among them.
     *
     * @param name in its letter case
     * @return all of that name
     */
    public Parts part(String name) {
        List<FormPart> found = parts.get(name);
        return new Parts(name, found == null ? List.of() : found);
    }

    /**
     * The error of a record that did not take its fields.
     *
     * @param parameter that is the record
     * @param refusal what its constructor threw
     * @return to be thrown
     */
    public BindException refused(String parameter, IllegalArgumentException refusal) {
        String why = refusal.getMessage();
        return new BindException(
                "parameter '" + parameter + "': " + (why == null ? "the fields do not fit" : why), refusal);
    }
}
