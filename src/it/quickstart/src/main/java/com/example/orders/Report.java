package com.example.orders;

/** What the command {@code report} answers. */
public record Report(int orders, int open, int importedFiles) {}
