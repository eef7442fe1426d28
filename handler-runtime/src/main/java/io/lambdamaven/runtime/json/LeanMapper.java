package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.BaseSettings;
import com.fasterxml.jackson.databind.cfg.CoercionConfigs;
import com.fasterxml.jackson.databind.cfg.ConfigOverrides;
import com.fasterxml.jackson.databind.cfg.DatatypeFeatures;
import com.fasterxml.jackson.databind.cfg.DefaultCacheProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerFactory;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.BasicClassIntrospector;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.SimpleMixInResolver;
import com.fasterxml.jackson.databind.jsontype.DefaultBaseTypeLimitingValidator;
import com.fasterxml.jackson.databind.jsontype.impl.StdSubtypeResolver;
import com.fasterxml.jackson.databind.ser.BeanSerializerFactory;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.RootNameLookup;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link com.fasterxml.jackson.databind.ObjectMapper} is made of, without the mapper: to load that class is to
 * load the locale's calendars and number formats for a date format that few types need, a tenth of a cold start.
 *
 * <p>It has no such format and hands no codec to a type's own serializers. What asks for one fails, with a
 * {@link RuntimeException} or as a bad definition, and is for the mapper to do.
 */
final class LeanMapper {
    private final JsonFactory factory;
    private final TypeFactory types = TypeFactory.defaultInstance().withModifier(new TypesModule.Types());
    private final DeserializationConfig reading;
    private final DefaultDeserializationContext readers = new DefaultDeserializationContext.Impl(
            BeanDeserializerFactory.instance.withAdditionalDeserializers(new TypesModule.Readers()));
    private final ConcurrentHashMap<JavaType, JsonDeserializer<Object>> roots = new ConcurrentHashMap<>(8);
    private final SerializationConfig writing;
    private final DefaultSerializerProvider writers = new DefaultSerializerProvider.Impl();
    private final SerializerFactory serializers =
            BeanSerializerFactory.instance.withAdditionalSerializers(new TypesModule.Writers());

    LeanMapper(JsonFactory factory) {
        this.factory = factory;
        BaseSettings settings = settings(types);
        StdSubtypeResolver subtypes = new StdSubtypeResolver();
        SimpleMixInResolver mixIns = new SimpleMixInResolver(null);
        RootNameLookup names = new RootNameLookup();
        ConfigOverrides overrides = new ConfigOverrides();
        this.reading = new DeserializationConfig(
                        settings,
                        subtypes,
                        mixIns,
                        names,
                        overrides,
                        new CoercionConfigs(),
                        DatatypeFeatures.defaultFeatures())
                .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.writing = new SerializationConfig(
                settings, subtypes, mixIns, names, overrides, DatatypeFeatures.defaultFeatures());
    }

    private static BaseSettings settings(TypeFactory types) {
        return new BaseSettings(
                new BasicClassIntrospector(),
                new JacksonAnnotationIntrospector(),
                null,
                null,
                types,
                null,
                null,
                null,
                Locale.getDefault(),
                null,
                Base64Variants.getDefaultVariant(),
                // What MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES puts here.
                new DefaultBaseTypeLimitingValidator(),
                new DefaultAccessorNamingStrategy.Provider(),
                DefaultCacheProvider.defaultInstance());
    }

    @Nullable
    Object read(byte[] json, Type type) throws IOException {
        JavaType target = types.constructType(type);
        try (JsonParser parser = factory.createParser(json)) {
            reading.initialize(parser);
            if (parser.nextToken() == null) {
                throw MismatchedInputException.from(parser, target, "No content to map due to end-of-input");
            }
            DefaultDeserializationContext context = readers.createInstance(reading, parser, null);
            JsonDeserializer<Object> reader = root(context, target);
            Object value = parser.currentToken() == JsonToken.VALUE_NULL
                    ? reader.getNullValue(context)
                    : context.readRootValue(parser, target, reader, null);
            JsonToken more = parser.nextToken();
            if (more != null) {
                context.reportTrailingTokens(target.getRawClass(), parser, more);
            }
            return value;
        }
    }

    private JsonDeserializer<Object> root(DefaultDeserializationContext context, JavaType type) throws IOException {
        JsonDeserializer<Object> known = roots.get(type);
        if (known == null) {
            known = context.findRootValueDeserializer(type);
            roots.put(type, known);
        }
        return known;
    }

    byte[] write(Object value) throws IOException {
        try (ByteArrayBuilder out = new ByteArrayBuilder(factory._getBufferRecycler())) {
            try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
                writing.initialize(json);
                writers.createInstance(writing, serializers).serializeValue(json, value);
            }
            return out.getClearAndRelease();
        }
    }
}
